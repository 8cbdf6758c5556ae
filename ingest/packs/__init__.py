"""Domain packs: the TOML files that name a domain's things; their rules, and a starter made from notes."""
