# src/inspect: see CONTRIBUTING.md, the rooms table.
