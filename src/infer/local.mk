# src/infer: see CONTRIBUTING.md, the rooms table.
