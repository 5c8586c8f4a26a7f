using Croisee.Mail;
using Croisee.Words;

namespace Croisee.Groups;

/// <summary>Tells somebody that a seat is offered to them. The subject names neither group nor college (RGP-R1).</summary>
static class InvitationLetter
{
    public static Letter Of(Group group, Seat seat, string origin) => new Letter("Une place vous est proposée dans un groupe")
        .Say("Bonjour,")
        .Say($"On vous propose de siéger dans le groupe «\u00A0{group.Name}\u00A0», dans le collège des {seat.College.Many()}.")
        .Say(seat.LastDay is { } last ? $"Le mandat va jusqu’au {last.InWords()} inclus." : "Le mandat n’a pas de date de fin. Vous pouvez le quitter à tout moment.")
        .Say("Rien ne change tant que vous n’avez pas répondu. Pour répondre, entrez avec cette adresse de courriel\u00A0: un code vous sera envoyé, sans mot de passe.")
        .Link("Lire la proposition et répondre", $"{origin}/groupes")
        .Say($"Cette proposition attend votre réponse pendant {SeatInvitation.Life.Days} jours.");
}
