"""reStructuredText through docutils: `reader`; page, directives and facts say what docutils leaves to its users."""
