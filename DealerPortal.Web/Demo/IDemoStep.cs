namespace DealerPortal.Web.Demo;

/// <summary>One part of the demonstration's data. Loads through the portal's own actions, and finds what is already there: run again, it adds nothing.</summary>
public interface IDemoStep
{
    Task Load(CancellationToken stop);
}
