using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Cases on their way into another edition: loaded as far as the actor may see them, taken over, noted and told, in one piece of work.</summary>
public sealed class EditionMove(PortalWork work, PolicyBook book, IClock clock)
{
    /// <param name="judge">Whether a case goes or stays; a refusal keeps all of them where they are.</param>
    /// <returns>How many went; those that stand there already do not count.</returns>
    internal Task<Outcome<int>> Do(IReadOnlyList<Guid> ids, Edition to, Actor actor, Func<Complaint, Instant, Outcome<bool>> judge, CancellationToken stop) => work.Do<int>(actor, async db =>
    {
        var (now, news, gone) = (clock.GetCurrentInstant(), new List<Told>(), 0);
        var cases = await db.Complaints.SeenBy(actor, db).WithClocks(ids).ToListAsync(stop);
        if (cases.Count < ids.Count) return Refusal.NotFound;
        foreach (var one in cases.Where(one => one.Edition != to.Name))
        {
            var judged = judge(one, now);
            if (judged.Refusal is { } refusal) return refusal;
            if (!judged.Value) continue;
            news.AddRange(Take(db, one, to, actor, now));
            gone++;
        }
        await db.Tell(news, now, stop);
        return gone;
    }, stop);

    private IEnumerable<Told> Take(PortalDb db, Complaint one, Edition to, Actor actor, Instant now)
    {
        var from = one.Edition;
        var moved = one.TakeOver(to.Name, CaseClock.Terms.Of(book, one.Pack, to.Name), actor, now);
        db.Note(new(Happening.CaseTakenOver, one.Id, one.DealerId, to.Clocks.Of(Complaint.Plan).Clause, Fact.Of(one.Number), Fact.Of(from), Fact.Of(to.Name)));
        OpenCase.Announce(db, one);
        foreach (var (each, old) in moved)
        {
            Fact[] facts = [Fact.Of(one.Number), Fact.Word("clock." + each.Code), Fact.At(old), Fact.At(each.DueAt)];
            db.Note(new(Happening.ClockTakenOver, one.Id, one.DealerId, to.Clocks.Of(each.Code).Clause, facts));
            var news = new News($"case/{one.Id:N}/moved/{each.Round}/{each.Code}/{to.Name}", NoticeKind.CaseClockMoved, one.Id, OpenCase.PathOf(one.Id), each.DueAt, facts);
            yield return new(new Readers.OfDealer(one.DealerId), news);
            if (one.OwnerId is { } owner && owner != actor.UserId) yield return new(new Readers.Person(owner), news);
        }
    }
}
