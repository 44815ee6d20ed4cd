# src/expr: see CONTRIBUTING.md, the rooms table.
