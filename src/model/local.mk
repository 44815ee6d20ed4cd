# src/model: see CONTRIBUTING.md, the rooms table.
