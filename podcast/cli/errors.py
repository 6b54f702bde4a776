"""How an error looks on the screen: a headline that says so, and the remedy below it."""

import os
import sys

import click


def tell(sentence: str) -> None:
    headline, _, rest = sentence.partition("\n")
    is_colored = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    click.echo(f"{click.style('Error', fg='red', bold=True) if is_colored else 'Error'}: {headline}", err=True)
    if rest:
        click.echo(rest, err=True)
