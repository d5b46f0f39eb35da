using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Storage;

/// <summary>What the database itself refuses, whoever asks: an entry of the history or of the ledger is never changed and never deleted, and the history's end never goes back.</summary>
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
