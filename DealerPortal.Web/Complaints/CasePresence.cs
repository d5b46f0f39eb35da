using System.Collections.Concurrent;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;

namespace DealerPortal.Web.Complaints;

/// <summary>Who of the staff is looking at a case now, and who is writing in it. Lives in this process and is forgotten with it.</summary>
public sealed class CasePresence(ChangeFeed feed)
{
    private readonly ChangeFeed feed = feed;
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Guid, Visit>> visits = new();

    /// <summary>Somebody who is there.</summary>
    public sealed record Who(string Name, bool IsTyping);

    public static string Topic(Guid caseId) => $"presence:{caseId:N}";

    /// <summary>Comes in; disposing it leaves.</summary>
    public Visit Enter(Guid caseId, Actor actor)
    {
        var visit = new Visit(this, caseId, actor.Name);
        visits.GetOrAdd(caseId, _ => new())[visit.Id] = visit;
        feed.Changed(Topic(caseId));
        return visit;
    }

    /// <summary>Everybody but this visit, each person once.</summary>
    public IReadOnlyList<Who> Others(Guid caseId, Visit? me) =>
        visits.TryGetValue(caseId, out var all)
            ? [.. all.Values.Where(visit => visit.Id != me?.Id && visit.Name != me?.Name).GroupBy(visit => visit.Name).Select(same => new Who(same.Key, same.Any(visit => visit.IsTyping))).OrderBy(who => who.Name)]
            : [];

    private void Leave(Visit visit)
    {
        if (visits.TryGetValue(visit.CaseId, out var all) && all.TryRemove(visit.Id, out _) && all.IsEmpty) visits.TryRemove(visit.CaseId, out _);
        feed.Changed(Topic(visit.CaseId));
    }

    /// <summary>One open page of one person.</summary>
    public sealed class Visit(CasePresence room, Guid caseId, string name) : IDisposable
    {
        public Guid Id { get; } = Guid.NewGuid();

        public Guid CaseId => caseId;

        public string Name => name;

        public bool IsTyping { get; private set; }

        public void Type(bool typing)
        {
            if (typing == IsTyping) return;
            IsTyping = typing;
            room.feed.Changed(Topic(caseId));
        }

        public void Dispose() => room.Leave(this);
    }
}
