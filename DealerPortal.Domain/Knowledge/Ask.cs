namespace DealerPortal.Domain.Knowledge;

/// <summary>A question to the index, written in the database's own way. Pieces are letters and digits only, so that nothing in them can be mistaken for the way.</summary>
internal abstract record Ask
{
    /// <summary>As SQLite's FTS5 reads it.</summary>
    public abstract string ForSqlite();

    /// <summary>As a <c>tsquery</c> of PostgreSQL.</summary>
    public abstract string ForPostgres();

    public sealed record Phrase(IReadOnlyList<string> Pieces, bool IsBeginning) : Ask
    {
        public override string ForSqlite() => $"\"{string.Join(' ', Pieces)}\"{(IsBeginning ? "*" : "")}";

        public override string ForPostgres() => $"({string.Join(" <-> ", Pieces.Select((piece, i) => $"'{piece}'{(IsBeginning && i == Pieces.Count - 1 ? ":*" : "")}"))})";
    }

    public sealed record All(IReadOnlyList<Ask> Parts) : Ask
    {
        public override string ForSqlite() => $"({string.Join(" AND ", Parts.Select(part => part.ForSqlite()))})";

        public override string ForPostgres() => $"({string.Join(" & ", Parts.Select(part => part.ForPostgres()))})";
    }

    public sealed record Any(IReadOnlyList<Ask> Parts) : Ask
    {
        public override string ForSqlite() => $"({string.Join(" OR ", Parts.Select(part => part.ForSqlite()))})";

        public override string ForPostgres() => $"({string.Join(" | ", Parts.Select(part => part.ForPostgres()))})";
    }

    public sealed record Except(Ask This, Ask Not) : Ask
    {
        public override string ForSqlite() => $"({This.ForSqlite()} NOT {Not.ForSqlite()})";

        public override string ForPostgres() => $"({This.ForPostgres()} & !{Not.ForPostgres()})";
    }
}
