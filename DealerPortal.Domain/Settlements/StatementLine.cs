using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>One line of a statement: a date that earned, or an earning that is taken back.</summary>
/// <param name="Fen">With its sign.</param>
/// <param name="Cause">The cause of the delay as it is known now; null while it is undecided.</param>
/// <param name="Corrects">Of a reversal: the batch in which the earning stands, where that is another one.</param>
/// <param name="Question">The case in which the dealer doubts it; null where he does not.</param>
public sealed record StatementLine(
    Guid EntryId, EntryKind Kind, Guid OrderId, string OrderNumber, LocalDate Date, LocalDate PromisedOn, long Fen, string? Cause, Clause Clause, IReadOnlyList<Step> Steps,
    StatementLine.Link? Corrects, StatementLine.Link? Question)
{
    public sealed record Link(Guid Id, string Number);

    /// <summary>The lines of an order together; some of them may take an earning back.</summary>
    public sealed record Order(Guid Id, string Number, string? Cause, IReadOnlyList<StatementLine> Lines)
    {
        public long Fen => Lines.Sum(line => line.Fen);

        public int Back => Lines.Count(line => line.Kind is EntryKind.Reverse);

        public int Questions => Lines.Count(line => line.Question is not null);
    }

    /// <summary>By order, in the order of their numbers.</summary>
    public static IReadOnlyList<Order> ByOrder(IEnumerable<StatementLine> lines) =>
        [.. lines.GroupBy(line => line.OrderId).Select(order => new Order(order.Key, order.First().OrderNumber, order.First().Cause, [.. order])).OrderBy(order => order.Number, StringComparer.Ordinal)];

    /// <summary>Lines of the ledger as a statement shows them, in the order of their dates.</summary>
    /// <param name="own">The batch whose statement it is; null for one that is not drawn up yet.</param>
    internal static async Task<IReadOnlyList<StatementLine>> Of(PortalDb db, IQueryable<LedgerEntry> entries, Guid? own, CancellationToken stop)
    {
        var rows = await (from entry in entries.AsNoTracking()
                          join promise in db.Promises on entry.OrderId equals (Guid?)promise.Id
                          orderby entry.Date, entry.Id
                          select new { Entry = entry, promise.Cause }).ToListAsync(stop);
        var earlier = await (from entry in entries
                             where entry.Kind == EntryKind.Reverse
                             join line in db.BatchLines on entry.PreviousId equals (Guid?)line.EntryId
                             where line.ReleasedAt == null && line.BatchId != own
                             join batch in db.Batches on line.BatchId equals batch.Id
                             select new { entry.Id, Link = new Link(batch.Id, batch.Number) }).ToDictionaryAsync(row => row.Id, row => row.Link, stop);
        var asked = await (from entry in entries
                           join question in db.LineQuestions on entry.Id equals question.EntryId
                           select new { entry.Id, Link = new Link(question.Id, question.CaseNumber) }).ToDictionaryAsync(row => row.Id, row => row.Link, stop);
        return [.. rows.Select(row => Show(row.Entry, row.Cause, earlier.GetValueOrDefault(row.Entry.Id), asked.GetValueOrDefault(row.Entry.Id)))];
    }

    private static StatementLine Show(LedgerEntry entry, string? cause, Link? corrects, Link? question) => new(
        entry.Id, entry.Kind, entry.OrderId!.Value, entry.OrderNumber!, entry.Date, entry.PromisedOn!.Value, entry.Fen, cause, Clause.Parse(entry.Clause), StepText.Read(entry.Steps), corrects, question);
}
