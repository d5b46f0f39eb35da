using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Web.History;

/// <summary><c>dotnet run --project DealerPortal.Web -- verify-history</c>: walks the record without starting the portal.</summary>
public static class VerifyCommand
{
    public const string Name = "verify-history";

    /// <summary>Prints what was found. Answers with the exit code: 0 when nobody touched the record, 1 when somebody did.</summary>
    public static async Task<int> Run(IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        var report = (await services.GetRequiredService<VerifyHistory>().Run(Actor.System(Name), null, stop)).Value!;
        await output.WriteLineAsync(report.IsSound
            ? $"The history is sound: {report.Entries} entries. Last hash: {(report.Entries == 0 ? "none" : report.LastHash)}. Note it outside the portal and compare it next time."
            : $"The history is BROKEN at entry {report.BrokenAt}: {Say(report.Fault!.Value)} Entries 1 to {report.Entries} are sound; last sound hash: {report.LastHash}.");
        return report.IsSound ? 0 : 1;
    }

    private static string Say(VerifyHistory.Fault fault) => fault switch
    {
        VerifyHistory.Fault.ContentChanged => "its content is not what was written.",
        VerifyHistory.Fault.Gap => "it is missing.",
        VerifyHistory.Fault.LinkBroken => "it does not follow the entry before it.",
        _ => "the record does not end where the portal last left it.",
    };
}
