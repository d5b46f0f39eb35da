using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Storage;

/// <summary>What the database itself refuses, whoever asks: an entry of the history or of the ledger is never changed and never deleted, what is paid stays as it is, and the history's end never goes back.</summary>
/// <remarks>Laid down anew at each start, after the migrations: a table that SQLite builds anew loses its triggers.</remarks>
internal static class Guards
{
    private const string Sqlite = """
        DROP TRIGGER IF EXISTS history_no_update;
        CREATE TRIGGER history_no_update BEFORE UPDATE ON "History" BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
        DROP TRIGGER IF EXISTS history_no_delete;
        CREATE TRIGGER history_no_delete BEFORE DELETE ON "History" BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
        DROP TRIGGER IF EXISTS ledger_no_update;
        CREATE TRIGGER ledger_no_update BEFORE UPDATE ON "Ledger" BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
        DROP TRIGGER IF EXISTS ledger_no_delete;
        CREATE TRIGGER ledger_no_delete BEFORE DELETE ON "Ledger" BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
        DROP TRIGGER IF EXISTS batch_paid_no_update;
        CREATE TRIGGER batch_paid_no_update BEFORE UPDATE ON "Batches" WHEN OLD."State" = 'Paid' BEGIN SELECT RAISE(ABORT, 'what is paid stays as it is'); END;
        DROP TRIGGER IF EXISTS batch_no_delete;
        CREATE TRIGGER batch_no_delete BEFORE DELETE ON "Batches" BEGIN SELECT RAISE(ABORT, 'what is paid stays as it is'); END;
        DROP TRIGGER IF EXISTS batch_line_no_update;
        CREATE TRIGGER batch_line_no_update BEFORE UPDATE ON "BatchLines" WHEN OLD."ReleasedAt" IS NOT NULL OR (SELECT "State" FROM "Batches" WHERE "Id" = OLD."BatchId") = 'Paid' BEGIN SELECT RAISE(ABORT, 'what is paid stays as it is'); END;
        DROP TRIGGER IF EXISTS batch_line_no_delete;
        CREATE TRIGGER batch_line_no_delete BEFORE DELETE ON "BatchLines" BEGIN SELECT RAISE(ABORT, 'what is paid stays as it is'); END;
        DROP TRIGGER IF EXISTS history_head_no_delete;
        CREATE TRIGGER history_head_no_delete BEFORE DELETE ON "HistoryHeads" BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
        DROP TRIGGER IF EXISTS history_head_no_return;
        CREATE TRIGGER history_head_no_return BEFORE UPDATE ON "HistoryHeads" WHEN NEW."Number" <= OLD."Number" BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
        """;

    // Processes that start together take turns: a function cannot be replaced twice at once.
    private const string Postgres = """
        SELECT pg_advisory_xact_lock(7230451);
        CREATE OR REPLACE FUNCTION portal_only_grows() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'the history and the ledger only grow'; END $$;
        CREATE OR REPLACE TRIGGER ledger_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON "Ledger"
          FOR EACH STATEMENT EXECUTE FUNCTION portal_only_grows();
        CREATE OR REPLACE FUNCTION portal_paid_stays() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'what is paid stays as it is'; END $$;
        CREATE OR REPLACE FUNCTION portal_paid_lines_stay() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN
            IF OLD."ReleasedAt" IS NOT NULL OR (SELECT "State" FROM "Batches" WHERE "Id" = OLD."BatchId") = 'Paid' THEN RAISE EXCEPTION 'what is paid stays as it is'; END IF;
            RETURN NEW;
          END $$;
        CREATE OR REPLACE TRIGGER batch_paid_no_update BEFORE UPDATE ON "Batches" FOR EACH ROW WHEN (OLD."State" = 'Paid') EXECUTE FUNCTION portal_paid_stays();
        CREATE OR REPLACE TRIGGER batch_no_delete BEFORE DELETE OR TRUNCATE ON "Batches" FOR EACH STATEMENT EXECUTE FUNCTION portal_paid_stays();
        CREATE OR REPLACE TRIGGER batch_line_no_update BEFORE UPDATE ON "BatchLines" FOR EACH ROW EXECUTE FUNCTION portal_paid_lines_stay();
        CREATE OR REPLACE TRIGGER batch_line_no_delete BEFORE DELETE OR TRUNCATE ON "BatchLines" FOR EACH STATEMENT EXECUTE FUNCTION portal_paid_stays();
        CREATE OR REPLACE TRIGGER history_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON "History"
          FOR EACH STATEMENT EXECUTE FUNCTION portal_only_grows();
        CREATE OR REPLACE TRIGGER history_head_stays BEFORE DELETE OR TRUNCATE ON "HistoryHeads"
          FOR EACH STATEMENT EXECUTE FUNCTION portal_only_grows();
        CREATE OR REPLACE TRIGGER history_head_no_return BEFORE UPDATE ON "HistoryHeads"
          FOR EACH ROW WHEN (NEW."Number" <= OLD."Number") EXECUTE FUNCTION portal_only_grows();
        """;

    public static async Task Lay(PortalDb db, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Database.ExecuteSqlRawAsync(db is PostgresPortalDb ? Postgres : Sqlite, stop);
        await transaction.CommitAsync(stop);
    }
}
