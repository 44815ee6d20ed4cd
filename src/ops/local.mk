# src/ops: see CONTRIBUTING.md, the rooms table.
