using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>What to say: by situation, and to frequent questions; as the desk words it now, the pack's own wording where it never did.</summary>
public sealed class ScriptList(IDbContextFactory<PortalDb> contexts, PolicyBook book, PortalSettings settings, IClock clock)
{
    /// <param name="Text">With the company's name in its place.</param>
    /// <param name="Written">As it is edited, with the place of the name.</param>
    /// <param name="Before">How it read before, newest first, the pack's own wording last.</param>
    public sealed record Row(string Code, bool IsQuestion, Clause Clause, Bilingual Title, Bilingual Text, Bilingual Written, IReadOnlyList<Wording> Before);

    /// <param name="By">Null for the pack's own.</param>
    public sealed record Wording(Bilingual Text, string? By, Instant? At);

    /// <param name="find">Every word of it stands in title or text, in either language; empty for all.</param>
    public async Task<IReadOnlyList<Row>> For(string? find, Actor actor, CancellationToken stop)
    {
        if (!actor.IsStaff || book.InForceAt(clock.GetCurrentInstant()).Value?.Find<CallScripts>() is not { } scripts) return [];
        await using var db = await contexts.CreateDbContextAsync(stop);
        var worded = (await db.ScriptWordings.AsNoTracking().OrderByDescending(one => one.Number).ToListAsync(stop)).ToLookup(one => one.Code);
        var rows = scripts.All.Select(script => Show(script, [.. worded[script.Code].Select(one => new Wording(one.Text, one.By, one.At)), new(script.Text, null, null)]));
        return [.. rows.Where(row => CallScripts.Holds(find ?? "", row.Title, row.Text))];
    }

    private Row Show(Script script, IReadOnlyList<Wording> wordings) =>
        new(script.Code, script.IsQuestion, script.Clause, script.Title, Named(wordings[0].Text), wordings[0].Text, [.. wordings.Skip(1)]);

    private Bilingual Named(Bilingual text) =>
        new(text.Zh.Replace(CallScripts.Company, settings.Company.Name, StringComparison.Ordinal), text.En.Replace(CallScripts.Company, settings.Company.NameEn, StringComparison.Ordinal));
}
