"""Document → facts: fields, tables, acronyms, dates, and what facts.toml and expansions.toml say."""
