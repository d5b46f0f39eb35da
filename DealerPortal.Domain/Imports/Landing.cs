using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Imports.Reading;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Imports;

/// <summary>One attempt to take over one batch: where to, by whom, under which terms, and what became of it.</summary>
public sealed class Landing(PortalDb db, Actor actor, Terms terms, Instant now)
{
    private readonly List<Problem> problems = [];

    public PortalDb Db => db;

    public Actor Actor => actor;

    public Terms Terms => terms;

    public Instant Now => now;

    /// <summary>The date in the company's zone.</summary>
    public LocalDate Today => now.InZone(terms.Zone).Date;

    public Tally Tally { get; private set; } = new();

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>What a dry run would have let leave so far, by order and line; null when every batch is saved.</summary>
    public Dictionary<(string Order, int Line), decimal>? Pretended { get; init; }

    public void Refuse(Row row, Column column, Refusal why) => problems.Add(new(row.Line, row.Header.Heading(column), row[column], why));

    /// <summary>Reads a group. Null, and the group refused, when anything in it is wrong.</summary>
    internal T? Read<T>(RowGroup group, Func<IReadOnlyList<Cells>, T> read)
        where T : class
    {
        var before = problems.Count;
        if (group.Fault is { } fault)
        {
            var row = group.Rows.FirstOrDefault(row => row.Fault == fault) ?? group.Rows[0];
            problems.Add(new(row.Line, "", group.Key, fault));
        }
        var facts = problems.Count == before ? read([.. group.Rows.Select(row => new Cells(row, this))]) : null;
        if (problems.Count == before) return facts;
        Tally = Tally.Plus(new(Refused: 1));
        return null;
    }

    /// <summary>Lets the orders count what earlier batches of a dry run would have let leave.</summary>
    internal void Remember(IEnumerable<Order> orders)
    {
        if (Pretended is null) return;
        foreach (var order in orders)
            order.Ship(order.Lines.Where(line => Pretended.ContainsKey((order.Number, line.Number))).ToDictionary(line => line.Number, line => Pretended[(order.Number, line.Number)] - line.Shipped), now);
    }

    /// <summary>Keeps, in a dry run, what the orders count now.</summary>
    internal void Pretend(IEnumerable<Order> orders)
    {
        if (Pretended is null) return;
        foreach (var order in orders)
            foreach (var line in order.Lines) Pretended[(order.Number, line.Number)] = line.Shipped;
    }

    public void Added() => Tally = Tally.Plus(new(Added: 1));

    public void Kept(bool changed) => Tally = Tally.Plus(changed ? new(Changed: 1) : new(Unchanged: 1));

    /// <summary>Refuses a whole group, at the column that the refusal names.</summary>
    public void Refuse(RowGroup group, Column column, Refusal why)
    {
        Refuse(group.Rows[0], column, why);
        Tally = Tally.Plus(new(Refused: 1));
    }

    /// <summary>Refuses a whole group because somebody else kept changing the same things.</summary>
    internal static Problem Unsaved(RowGroup group, Refusal why) => new(group.Rows[0].Line, "", group.Key, why);
}
