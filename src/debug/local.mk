# src/debug: see CONTRIBUTING.md, the rooms table.
