using System.Net;
using Croisee.People;
using Xunit;

namespace Croisee.Tests.Mail;

/// <summary>The number that a page of error shows is in the log, with the page that failed and without its address (S39).</summary>
public sealed class ErrorNumberTest(MailPlace place) : IClassFixture<MailPlace>
{
    [Fact]
    public async Task Finds_in_the_log_the_number_that_the_page_shows()
    {
        using var administrator = await place.Given.APerson("Ada", Role.Administrator, await place.Given.TheInstance());
        place.Server.CannotDescribe = new InvalidOperationException("essai de panne");
        var broken = await administrator.Open("/bureau/courriels?qui=marque-secrete");
        Assert.Equal(HttpStatusCode.InternalServerError, broken.Status);
        var number = Page.Text(broken.Document.QuerySelector("main code"));
        var line = Assert.Single(place.Log, l => l.Contains(number, StringComparison.Ordinal));
        Assert.Contains("bureau/courriels", line, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), line, StringComparison.Ordinal);
        Assert.DoesNotContain(place.Log, l => l.Contains("marque-secrete", StringComparison.Ordinal));
        Assert.Contains("Réessayez dans un instant", broken.TextContent, StringComparison.Ordinal);
    }
}
