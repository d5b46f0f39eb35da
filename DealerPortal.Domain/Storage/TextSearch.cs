using DealerPortal.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Storage;

/// <summary>The databases' own indexes of the pieces that articles are found by: FTS5 on SQLite, a <c>tsvector</c> under GIN on PostgreSQL.</summary>
/// <remarks>Both are kept by the database itself, in the transaction that saves the article. Laid down at each start, after the migrations, which know nothing of them.</remarks>
internal static class TextSearch
{
    // The index reads the table's own text and keeps none of its own. A table that was built anew lost its triggers and perhaps its numbers: the index is then built anew as well.
    private const string Sqlite = """
        CREATE VIRTUAL TABLE IF NOT EXISTS article_search USING fts5("Text", content='ArticleTerms', content_rowid='Seq', prefix='2', tokenize='unicode61 remove_diacritics 0');
        CREATE TRIGGER IF NOT EXISTS article_search_added AFTER INSERT ON "ArticleTerms" BEGIN
          INSERT INTO article_search(rowid, "Text") VALUES (NEW."Seq", NEW."Text"); END;
        CREATE TRIGGER IF NOT EXISTS article_search_removed AFTER DELETE ON "ArticleTerms" BEGIN
          INSERT INTO article_search(article_search, rowid, "Text") VALUES ('delete', OLD."Seq", OLD."Text"); END;
        CREATE TRIGGER IF NOT EXISTS article_search_changed AFTER UPDATE OF "Text" ON "ArticleTerms" BEGIN
          INSERT INTO article_search(article_search, rowid, "Text") VALUES ('delete', OLD."Seq", OLD."Text");
          INSERT INTO article_search(rowid, "Text") VALUES (NEW."Seq", NEW."Text"); END;
        """;

    private const string Laid = "SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'article_search_%'";

    // Pieces are cut already: no dictionary and no parser may cut them again. fastupdate is off, so that a search never reads through what waits to be sorted in.
    private const string Postgres = """
        SELECT pg_advisory_xact_lock(7230452);
        CREATE OR REPLACE FUNCTION portal_pieces(pieces text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
          $$ SELECT coalesce(string_agg('''' || piece || ''':' || least(place, 16383), ' '), '')::tsvector
             FROM unnest(string_to_array(pieces, ' ')) WITH ORDINALITY AS cut(piece, place) WHERE piece <> '' $$;
        ALTER TABLE "ArticleTerms" ADD COLUMN IF NOT EXISTS "Vector" tsvector GENERATED ALWAYS AS (portal_pieces("Text")) STORED;
        CREATE INDEX IF NOT EXISTS "IX_ArticleTerms_Vector" ON "ArticleTerms" USING gin ("Vector") WITH (fastupdate = off);
        """;

    public static async Task Lay(PortalDb db, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (db is PostgresPortalDb) await db.Database.ExecuteSqlRawAsync(Postgres, stop);
        else
        {
            var whole = await db.Database.SqlQueryRaw<int>(Laid).SingleAsync(stop) == 3;
            await db.Database.ExecuteSqlRawAsync(Sqlite, stop);
            if (!whole) await db.Database.ExecuteSqlRawAsync("INSERT INTO article_search(article_search) VALUES ('rebuild')", stop);
        }
        await transaction.CommitAsync(stop);
    }

    /// <summary>Numbers of the newest articles before a number that answer the question, newest first. Reads the index backwards and stops when it has enough.</summary>
    public static IQueryable<long> Hits(PortalDb db, Ask ask, long before, int atMost) => db is PostgresPortalDb
        ? db.Database.SqlQuery<long>($"""SELECT "Seq" AS "Value" FROM "ArticleTerms" WHERE "Vector" @@ CAST({ask.ForPostgres()} AS tsquery) AND "Seq" < {before} ORDER BY "Seq" DESC LIMIT {atMost}""")
        : db.Database.SqlQuery<long>($"""SELECT rowid AS "Value" FROM article_search WHERE article_search MATCH {ask.ForSqlite()} AND rowid < {before} ORDER BY rowid DESC LIMIT {atMost}""");
}
