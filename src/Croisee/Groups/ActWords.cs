using Croisee.Journal;

namespace Croisee.Groups;

/// <summary>The acts of this room, as the journal says them.</summary>
static class ActWords
{
    public static readonly ToldActs Told = new(new Dictionary<string, string>
    {
        [Acts.Created] = "a créé un groupe",
        [Acts.Entitled] = "a changé le nom d’un groupe",
        [Acts.Archived] = "a archivé un groupe",
        [Acts.Reopened] = "a rouvert un groupe archivé",
        [Acts.SeatOpened] = "a ouvert un siège",
        [Acts.SeatOffered] = "a proposé un siège",
        [Acts.SeatTaken] = "a accepté un siège",
        [Acts.InvitationDeclined] = "a décliné un siège",
        [Acts.MandateEnded] = "a terminé un mandat",
        [Acts.MandateEndedNow] = "a mis fin à un mandat dès maintenant",
        [Acts.MandateProlonged] = "a prolongé un mandat",
        [Acts.EndTold] = "a annoncé la fin d’un mandat",
        [Acts.ParityExcused] = "a permis de décider sans parité",
        [Acts.Renamed] = "a changé la façon dont on lit son nom",
    });
}
