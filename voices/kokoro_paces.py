PACES: dict[str, float] = {}
