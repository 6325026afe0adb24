module lkjip

go 1.26.0
