"""Questions to a store that take more than one look: names as people type them, an entity's page, ways between two."""
