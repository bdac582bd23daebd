"""govreport reads Chinese government and federation work reports as an auditor would."""
