# src/tensor: see CONTRIBUTING.md, the rooms table.
