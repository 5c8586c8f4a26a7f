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
}
