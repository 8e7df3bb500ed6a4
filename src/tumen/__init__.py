"""Tumen: reports in; attributed claims, incidents and corroboration out."""
