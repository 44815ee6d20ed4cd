# src/exec: see CONTRIBUTING.md, the rooms table.
