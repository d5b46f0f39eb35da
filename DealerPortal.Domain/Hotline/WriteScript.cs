using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>Words a script anew, in both languages. How it read before is kept.</summary>
public sealed class WriteScript(PortalWork work, PolicyBook book, IClock clock)
{
    public sealed record Request(string Code, string Zh, string En);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!ScriptWording.MayWrite(actor)) return Refusal.NotAllowed;
            var now = clock.GetCurrentInstant();
            if (book.InForceAt(now).Value?.Find<CallScripts>()?.Find(request.Code) is not { } script) return Refusal.NotFound;
            if (string.IsNullOrWhiteSpace(request.Zh)) return new Refusal("script.text-missing", null, "zh");
            if (string.IsNullOrWhiteSpace(request.En)) return new Refusal("script.text-missing", null, "en");

            var last = await db.ScriptWordings.Where(one => one.Code == request.Code).OrderByDescending(one => one.Number).FirstOrDefaultAsync(stop);
            var said = new Bilingual(request.Zh.Trim(), request.En.Trim());
            if (said == (last?.Text ?? script.Text)) return Outcome.Done;
            var wording = new ScriptWording(Guid.CreateVersion7(), request.Code, (last?.Number ?? 0) + 1, said, actor, now);
            db.ScriptWordings.Add(wording);
            db.Note(new(Happening.ScriptWorded, wording.Id, null, script.Clause, Fact.Of(script.Title.Zh), Fact.Number(wording.Number)));
            db.Announce(Topics.Hotline);
            return Outcome.Done;
        }, stop);
}
