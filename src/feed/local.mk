# src/feed: see CONTRIBUTING.md, the rooms table.
