namespace DealerPortal.Domain.History;

/// <summary>The closed list of what can happen. Each kind has its sentence under <c>happening.KIND</c>, and is never renamed once it is recorded.</summary>
public enum Happening
{
    // accounts
    UserAdded,
    UserInvited,
    UserDisabled,
    UserEnabled,
    UserLockedOut,
    UserUnlocked,
    PasswordSet,
    PostGiven,
    PostTaken,
    SignedOutEverywhere,

    // dealers
    DealerAdded,
    DealerChanged,

    // orders
    OrderAdded,
    OrderChanged,
    OrderLineChanged,
    ShipmentAdded,
    ShipmentChanged,
    ShipmentLineChanged,
    ImportApplied,

    // approvals
    ApprovalAsked,
    ApprovalGiven,
    ApprovalRefused,
    AbsenceDeclared,
    AbsenceEnded,

    // evidence
    PhotoAdded,
    PhotoRemoved,
}
