namespace DealerPortal.Web.Shell;

/// <summary>The parts of the menu, in their order; the words are <c>nav.group.NAME</c>.</summary>
public enum PlaceGroup
{
    Work,
    Goods,
    Money,
    Dealers,
    Company,
    System,
}
