using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.OpenData;

/// <summary>All the news of the published sheets as a table, beside the file of the sheets that holds the last of each. Never kept: it is as long as the library.</summary>
[Audience(Audience.Public)]
public sealed class NewsFilePageModel : Screen
{
    public IActionResult OnGet() => new NewsFile();

    sealed class NewsFile : ActionResult
    {
        public override Task ExecuteResultAsync(ActionContext context) => context.HttpContext.RequestServices.GetRequiredService<SheetDownloads>().SendNews(context.HttpContext);
    }
}
