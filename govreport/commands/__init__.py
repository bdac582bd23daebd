"""The commands of the command line, a file for those that belong together; ``cli.py`` puts them in order.

A command takes what was typed, calls the library, prints what comes back and ends with an exit status. What
it imports beside typer is imported when it runs: ``govreport --help`` loads nothing heavy.
"""
