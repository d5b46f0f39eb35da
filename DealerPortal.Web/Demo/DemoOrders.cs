using System.Text;
using System.Text.RegularExpressions;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Imports;
using DealerPortal.Web.Words;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Web.Demo;

/// <summary>The dealers, orders and shipments of <c>samples/</c>, brought in by the import that everybody uses.</summary>
/// <remarks>The files have fixed dates, so that they can also be imported by hand; here every date is moved by the same number of days, so that the last shipment left yesterday.
/// Each file is one import with an id of its own: once it is applied, a later start leaves it alone.</remarks>
public sealed partial class DemoOrders(ReceiveImport receive, ApplyImport apply, ImportSheet sheet, Moments moments) : IDemoStep
{
    private static readonly LocalDate LastShipment = new(2026, 3, 20);

    private static readonly (string File, Guid Id)[] Files =
    [
        ("dealers.csv", new("0d3a0000-0000-7000-8000-000000000001")),
        ("orders.csv", new("0d3a0000-0000-7000-8000-000000000002")),
        ("shipments.csv", new("0d3a0000-0000-7000-8000-000000000003")),
    ];

    public async Task Load(CancellationToken stop)
    {
        var demo = Actor.System("demo");
        foreach (var (file, id) in Files)
        {
            var run = await sheet.For(id, demo, stop);
            if (run?.FinishedAt is not null) continue;

            // What was broken off goes on from the file that it began with.
            if (run is not { HasFile: true }) await Bring(file, id, demo, stop);
            if ((await apply.Run(id, demo, stop)).Refusal is { } refusal) throw new InvalidOperationException($"samples/{file} was refused: {refusal.Code}.");
        }
    }

    private async Task Bring(string file, Guid id, Actor demo, CancellationToken stop)
    {
        var days = Period.DaysBetween(LastShipment, moments.Today.PlusDays(-1));
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", file), stop);
        var moved = Date().Replace(text, date => LocalDatePattern.Iso.Format(LocalDatePattern.Iso.Parse(date.Value).Value.PlusDays(days)));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(moved));
        if ((await receive.Run(new(id, file, content), demo, stop)).Refusal is { } refusal) throw new InvalidOperationException($"samples/{file} was refused: {refusal.Code}.");
    }

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex Date();
}
