namespace Croisee.Groups;

/// <summary>What happens in this room, as the journal names it.</summary>
public static class Acts
{
    public const string Created = "groupe.cree", Entitled = "groupe.nomme", Archived = "groupe.archive", Reopened = "groupe.rouvert", SeatOpened = "siege.ouvert", SeatOffered = "siege.propose", SeatTaken = "siege.occupe",
        InvitationDeclined = "siege.decline", MandateEnded = "mandat.termine", MandateEndedNow = "mandat.termine-maintenant", MandateProlonged = "mandat.prolonge", EndTold = "mandat.fin-annoncee", ParityExcused = "parite.derogation", Renamed = "siege.renomme";
}
