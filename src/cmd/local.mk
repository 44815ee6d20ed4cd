# src/cmd: see CONTRIBUTING.md, the rooms table.
