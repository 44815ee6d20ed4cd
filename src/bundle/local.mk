# src/bundle: see CONTRIBUTING.md, the rooms table.
