namespace DealerPortal.Domain.Complaints;

/// <summary>One remedy of a plan.</summary>
public sealed class PlannedRemedy
{
    private PlannedRemedy() { }

    internal PlannedRemedy(int place, PlanDraft.Remedy remedy) =>
        (Id, Place, Code, AmountFen, Note) = (Guid.CreateVersion7(), place, remedy.Code, remedy.AmountFen, remedy.Note.Trim());

    public Guid Id { get; private set; }

    public int Place { get; private set; }

    /// <summary>The pack's code, such as <c>exchange</c>.</summary>
    public string Code { get; private set; } = "";

    public long AmountFen { get; private set; }

    public string Note { get; private set; } = "";
}
