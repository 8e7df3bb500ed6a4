"""Runs the migrations in the transaction of whoever calls Alembic; see `tumen.store.database.migrate`."""

from alembic import context

from tumen.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
