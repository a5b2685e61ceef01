"""Site generators and their themes, each in files of its own. No other room knows one."""
