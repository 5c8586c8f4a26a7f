using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.Words;

namespace Croisee.People;

/// <summary>Invites somebody by mail: the invitation, its entry and its letter join the current save; the caller saves once.</summary>
public sealed class Invite(AppDb db, MailSettings mail, TimeProvider clock)
{
    public Invitation ToRole(string email, Organisation organisation, Role role, Person? sender) =>
        Post(Invitation.ToRole(email, organisation, role, sender, clock.UtcNow()), sender);

    /// <summary>For a higher room: it hears <see cref="InvitationAccepted"/> with <paramref name="purpose"/> and <paramref name="subjectId"/>.</summary>
    public Invitation ToSubject(string email, Organisation organisation, string offer, string purpose, Guid subjectId, Person sender) =>
        Post(Invitation.ToSubject(email, organisation, offer, purpose, subjectId, sender, clock.UtcNow()), sender);

    Invitation Post(Invitation invitation, Person? sender)
    {
        Again(invitation, sender);
        db.Invitations.Add(invitation);
        return invitation;
    }

    /// <summary>A new link for the same invitation; the old link ends. Returns the link, which only the mail (or the first console) may show.</summary>
    public string Again(Invitation invitation, Person? sender)
    {
        var now = clock.UtcNow();
        var link = $"{mail.Origin}/invitation/{invitation.NewToken(sender, now)}";
        db.Record(now, sender is null ? Actor.System : Actor.Person(sender.Id), Acts.Invited, invitation, organisation: invitation.OrganisationId);
        db.Send(invitation.Email, Letter(invitation, sender?.DisplayName, link), now);
        return link;
    }

    static Letter Letter(Invitation invitation, string? sender, string link) => new Letter("Vous êtes invité·e dans Croisée")
        .Say("Bonjour,").Say($"{sender ?? "L’équipe qui installe Croisée"} vous invite et vous propose : {invitation.Offer}.")
        .Link("Voir l’invitation et répondre", link)
        .Say($"Le lien sert une fois, {invitation.ExpiresAt.AddDays(-1).ParisDay().UntilInclusive()}. Ne le transmettez pas : il ouvre un compte à votre adresse.")
        .Say("Vous ne connaissez pas cette personne ? Ne faites rien : rien n’est créé sans votre accord.");
}
