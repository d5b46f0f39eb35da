using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Storage;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Which cases earn a follow-up callback.</summary>
internal static class CasesToAsk
{
    /// <summary>Settled cases whose present handling no callback has asked about, and none is planned to.</summary>
    public static IQueryable<Complaint> CasesToAskAbout(this PortalDb db)
    {
        var settled = FollowUpCall.Settled.ToArray();
        return db.Complaints.Where(one => settled.Contains(one.State) && !db.Set<CaseFollowUp>().Any(asked => asked.CaseId == one.Id && asked.Round == one.Round));
    }
}
