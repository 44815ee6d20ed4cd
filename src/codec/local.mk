# src/codec: see CONTRIBUTING.md, the rooms table.
