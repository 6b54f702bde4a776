"""What stands above a text and tells of it: front matter, and title blocks of other tools.

frontmatter     `read_front_matter(source)`: YAML (yamltext; sloppyyaml for what is nearly YAML), TOML, JSON, bare keys
titleblocks     the lines that pandoc, MultiMarkdown and others begin with
factkeys        which key means what; statedfacts makes facts of their values
"""
