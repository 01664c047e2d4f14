-- The same for every peer, as for any server on solid-state disks: reading here and there costs hardly more than
-- reading on, and compiling costs more than it gives for statements of a few milliseconds.
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET random_page_cost = 1.1', current_database());
  EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
END $$;
