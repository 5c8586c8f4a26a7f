using Croisee.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Ui;

/// <summary>A form that cannot be read is refused in words that fit what it held.</summary>
[Trait("kind", "pure")]
public sealed class UnreadableFormsTest
{
    [Theory]
    [InlineData("multipart/form-data; boundary=x", true), InlineData("application/x-www-form-urlencoded", false)]
    public async Task Remembers_whether_it_held_files(string type, bool files)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseUnreadableForms();
        app.Run(_ => throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge));
        var context = new DefaultHttpContext { Request = { Method = "POST", ContentType = type } };
        await app.Build()(context);
        Assert.Equal((StatusCodes.Status413PayloadTooLarge, (string?)null, files), (context.Response.StatusCode, context.Request.ContentType, UnreadableForms.HeldFiles(context)));
    }
}
