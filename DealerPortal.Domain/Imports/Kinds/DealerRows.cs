using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Imports.Reading;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Imports.Kinds;

/// <summary>A file of dealers: one row each.</summary>
internal sealed class DealerRows : IRowKind
{
    private static readonly Column Code = new("dealer-code", "经销商编码", "dealer_code", true, "D1001");
    private static readonly Column Name = new("dealer-name", "经销商名称", "dealer_name", true, "石家庄安居门窗");
    private static readonly Column Region = new("region", "大区", "region", true, "north");
    private static readonly Column Phone = new("phone", "电话", "phone", false, "0311-88880001");

    public ImportKind Kind => ImportKind.Dealers;

    public IReadOnlyList<Column> Columns { get; } = [Code, Name, Region, Phone];

    public Column Key => Code;

    public async Task Land(Landing landing, IReadOnlyList<RowGroup> groups, CancellationToken stop)
    {
        var codes = groups.Select(group => group.Key).ToArray();
        var known = await landing.Db.Dealers.Where(dealer => codes.Contains(dealer.Code)).ToDictionaryAsync(dealer => dealer.Code, stop);
        foreach (var group in groups)
            if (landing.Read(group, cells => ReadOne(cells, landing)) is { } said) Land(landing, group, known.GetValueOrDefault(said.Code), said);
    }

    private static Said ReadOne(IReadOnlyList<Cells> rows, Landing landing)
    {
        foreach (var again in rows.Skip(1)) again.Refuse(Code, new("import.line-twice", null, null, Fact.Number(rows[0].Row.Line)), 0);
        var cells = rows[0];
        return new(cells.Text(Code, 40), cells.Text(Name, 200), RegionOf(cells, landing), cells.Phone(Phone));
    }

    private static string RegionOf(Cells cells, Landing landing)
    {
        var text = cells.Text(Region, 40);
        var region = landing.Terms.RegionOf(text);
        var reach = landing.Terms.Regions.Where(known => !landing.Actor.IsRegional || landing.Actor.Regions.Contains(known.Code)).ToList();
        return region is not null && reach.Contains(region) ? region.Code
            : cells.Refuse(Region, new("import.region-unknown", null, null, Fact.Of(string.Join(", ", reach.Select(known => $"{known.Code} {known.Name}")))), "");
    }

    private static void Land(Landing landing, RowGroup group, Dealer? known, Said said)
    {
        if (known is null)
        {
            var dealer = new Dealer(Guid.CreateVersion7(), said.Code, said.Name, said.Region, landing.Now);
            dealer.Update(said.Name, said.Region, said.Phone);
            landing.Db.Dealers.Add(dealer);
            landing.Db.Note(new(Happening.DealerAdded, dealer.Id, dealer.Id, null, Fact.Of(dealer.Name)));
            landing.Db.Announce(Topics.Dealers);
            landing.Added();
        }
        else if (landing.Actor.IsRegional && !landing.Actor.Regions.Contains(known.Region)) landing.Refuse(group, Code, new("import.dealer-unknown"));
        else
        {
            var changed = known.Update(said.Name, said.Region, said.Phone);
            if (changed)
            {
                landing.Db.Note(new(Happening.DealerChanged, known.Id, known.Id, null, Fact.Of($"{known.Name}, {known.Region}, {known.Phone ?? "–"}")));
                landing.Db.Announce(Topics.Dealer(known.Id));
                landing.Db.Announce(Topics.Dealers);
            }
            landing.Kept(changed);
        }
    }

    private sealed record Said(string Code, string Name, string Region, string? Phone);
}
