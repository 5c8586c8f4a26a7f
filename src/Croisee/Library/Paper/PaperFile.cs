using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Croisee.Library.Paper;

/// <summary>A PDF as an answer: to be saved, named by what it holds, and marked by its own bytes so that an unchanged one is not sent again.</summary>
static class PaperFile
{
    public static FileContentResult Of(byte[] file, string name) => new(file, "application/pdf")
    {
        FileDownloadName = name, EntityTag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..20]}\""),
    };
}
