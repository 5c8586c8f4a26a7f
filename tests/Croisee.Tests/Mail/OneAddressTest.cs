using Croisee.Mail;
using Xunit;

namespace Croisee.Tests.Mail;

/// <summary>What is typed as an address is one address, and no header of its own (S10).</summary>
[Trait("kind", "pure")]
public sealed class OneAddressTest
{
    [Theory]
    [InlineData("nom@exemple.fr\r\nBcc: autre@exemple.fr"), InlineData("nom@exemple.fr\nBcc:autre@exemple.fr"), InlineData("nom@exemple.fr%0aBcc:autre@exemple.fr\0")]
    [InlineData("nom@exemple.fr,autre@exemple.fr"), InlineData("nom@exemple.fr;autre@exemple.fr"), InlineData("nom@exemple.fr autre@exemple.fr")]
    [InlineData("Nom <nom@exemple.fr>"), InlineData("nom(note)@exemple.fr"), InlineData("\"nom\"@exemple.fr"), InlineData("nom@exemple@fr.fr"), InlineData("@exemple.fr"), InlineData("nom@exemple"), InlineData("")]
    public void Refuses_a_list_a_line_a_comment_and_what_is_not_whole(string typed) => Assert.False(OutgoingMail.IsAddress(typed));

    [Theory, InlineData("nom@exemple.fr"), InlineData("prenom.nom+croisee@sous.exemple.fr"), InlineData("o'neil@exemple.fr")]
    public void Takes_one_whole_address(string typed) => Assert.True(OutgoingMail.IsAddress(typed));

    /// <summary>A title that somebody wrote may be in the subject: it is one line, and says nothing to the server.</summary>
    [Theory, InlineData("Titre\r\nBcc: autre@exemple.fr"), InlineData("Titre\nBcc: autre@exemple.fr\n\ncorps"), InlineData("Titre\rX: y"), InlineData("Titre\u2028Bcc: autre@exemple.fr")]
    public void Makes_one_line_of_a_subject(string title)
    {
        var mail = new OutgoingMail("nom@exemple.fr", new Letter("Nouvelle : " + title).Say("Un texte.\r\n.\r\nMAIL FROM:<x@exemple.fr>"), new DateTime(2027, 3, 15, 0, 0, 0, DateTimeKind.Utc));
        Assert.DoesNotContain(mail.Subject, c => c is '\r' or '\n' or '\u2028');
        using var message = Envelope.Of(mail, new MailSettings("croisee@exemple.fr", "http://localhost", null, "courriels"));
        Assert.Equal(("nom@exemple.fr", 0, 0), (Assert.Single(message.To).Address, message.CC.Count, message.Bcc.Count));
        Assert.DoesNotContain("Bcc", message.Headers.AllKeys);
    }
}
