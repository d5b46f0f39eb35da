using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Imports.Reading;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Imports.Kinds;

/// <summary>A file of tiers: one row a dealer. It brings proposals, and nobody is in another tier until they are confirmed.</summary>
internal sealed class TierRows : IRowKind
{
    private static readonly Column Code = new("dealer-code", "经销商编码", "dealer_code", true, "D1001");
    private static readonly Column Tier = new("tier", "级别", "tier", true, "gold");
    private static readonly Column Note = new("tier-note", "说明", "note", false, "");

    public ImportKind Kind => ImportKind.Tiers;

    public IReadOnlyList<Column> Columns { get; } = [Code, Tier, Note];

    public Column Key => Code;

    public async Task Land(Landing landing, IReadOnlyList<RowGroup> groups, CancellationToken stop)
    {
        var (codes, today) = (groups.Select(group => group.Key).ToArray(), landing.Today);
        var dealers = await landing.Db.Dealers.SeenBy(landing.Actor).Where(dealer => codes.Contains(dealer.Code)).ToDictionaryAsync(dealer => dealer.Code, stop);
        var ids = dealers.Values.Select(dealer => dealer.Id).ToArray();
        var periods = (await landing.Db.TierPeriods.Where(period => ids.Contains(period.DealerId) && period.From <= today).ToListAsync(stop)).ToLookup(period => period.DealerId);
        var waiting = await landing.Db.TierProposals.Where(one => one.WaitsFor != null && ids.Contains(one.DealerId)).ToDictionaryAsync(one => one.DealerId, stop);
        foreach (var group in groups)
        {
            if (landing.Read(group, cells => ReadOne(cells, landing)) is not { } said) continue;
            if (!dealers.TryGetValue(said.Code, out var dealer)) landing.Refuse(group, Code, new("import.dealer-unknown"));
            else Put(landing, dealer, periods[dealer.Id].MaxBy(period => period.From)?.Tier ?? landing.Terms.Otherwise, waiting.GetValueOrDefault(dealer.Id), said);
        }
    }

    private static Said ReadOne(IReadOnlyList<Cells> rows, Landing landing)
    {
        foreach (var again in rows.Skip(1)) again.Refuse(Code, new("import.line-twice", null, null, Fact.Number(rows[0].Row.Line)), 0);
        var cells = rows[0];
        var text = cells.Text(Tier, 40);
        var tier = landing.Terms.TierOf(text);
        return new(cells.Text(Code, 40), tier?.Code ?? cells.Refuse(Tier, new("import.tier-unknown", null, null, Fact.Of(string.Join(", ", landing.Terms.Tiers.Select(known => $"{known.Code} {known.Name.Zh}")))), ""), cells.Optional(Note, 200));
    }

    private static void Put(Landing landing, Dealer dealer, string? present, TierProposal? waiting, Said said)
    {
        var proposed = new TierProposal.Said(said.Tier, said.Note, landing.Actor.Name);
        if (said.Tier == present)
        {
            landing.Kept(waiting is not null);
            if (waiting is null) return;
            landing.Db.TierProposals.Remove(waiting);
            landing.Db.Note(new(Happening.TierProposalTakenBack, dealer.Id, null, null, Fact.Of(dealer.Name), Fact.Word("tier." + waiting.Tier)));
        }
        else if (waiting is not null && !waiting.Change(proposed, landing.Now)) landing.Kept(changed: false);
        else
        {
            if (waiting is null) landing.Db.TierProposals.Add(new(Guid.CreateVersion7(), dealer.Id, new LocalDate(landing.Today.Year, landing.Today.Month, 1), proposed, landing.Now));
            landing.Db.Note(new(Happening.TierProposed, dealer.Id, null, null, Fact.Of(dealer.Name), present is null ? Fact.Of("–") : Fact.Word("tier." + present), Fact.Word("tier." + said.Tier), Fact.Of(said.Note ?? "")));
            if (waiting is null) landing.Added();
            else landing.Kept(changed: true);
        }
        landing.Db.Announce(Topics.Tiers);
        landing.Db.Announce(Topics.Staff);
    }

    private sealed record Said(string Code, string Tier, string? Note);
}
