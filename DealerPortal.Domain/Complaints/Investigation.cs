using DealerPortal.Domain.Accounts;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>A question to the department that may have caused the problem, and its answer.</summary>
public sealed class Investigation
{
    private Investigation() { }

    internal Investigation(Guid id, int round, Role department, string question, Actor by, Instant now) =>
        (Id, Round, Department, Question, AskedBy, AskedAt) = (id, round, department, question, by.Name, now);

    /// <summary>The departments there are, by the roles of their heads.</summary>
    public static IReadOnlyList<Role> Departments { get; } = [Role.ProductionHead, Role.OemHead, Role.LogisticsHead];

    public Guid Id { get; private set; }

    public int Round { get; private set; }

    public Role Department { get; private set; }

    public string Question { get; private set; } = "";

    public string AskedBy { get; private set; } = "";

    public Instant AskedAt { get; private set; }

    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    internal Refusal? Take(string answer, Actor by, Instant now)
    {
        (Answer, AnsweredBy, AnsweredAt) = (answer, by.Name, now);
        return null;
    }
}
